internal import COpenVINO

extension covino_input {
  /// What lies in an array from an offset on; the array's memory must outlive it.
  init<Element: InputElement>(
    _ name: StaticString, _ values: UnsafeBufferPointer<Element>, at offset: Int, _ dims: Int...
  ) {
    self.init(UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), values, at: offset, dims)
  }

  /// The same under a name that ends with a zero; its memory must outlive the input too.
  init<Element: InputElement>(
    _ name: UnsafePointer<CChar>, _ values: UnsafeBufferPointer<Element>, at offset: Int, _ dims: [Int]
  ) {
    let size = dims.reduce(1, *)
    precondition(dims.count <= COVINO_MAXIMUM_RANK && offset >= 0 && offset + size <= values.count)
    func dim(_ axis: Int) -> Int64 { axis < dims.count ? Int64(dims[axis]) : 1 }
    self.init(
      name: name, type: Element.inputType, rank: Int32(dims.count), dims: (dim(0), dim(1), dim(2), dim(3)),
      values: UnsafeRawPointer(UnsafeBufferPointer(rebasing: values[offset..<offset + size]).baseAddress!))
  }
}

/// A number that the runtime takes as it lies.
protocol InputElement {
  static var inputType: covino_type { get }
}

extension Float: InputElement {
  static var inputType: covino_type { COVINO_FLOAT }
}

extension Int64: InputElement {
  static var inputType: covino_type { COVINO_INT64 }
}

extension UInt8: InputElement {
  static var inputType: covino_type { COVINO_BYTE }
}
