package import SwiftProtobuf

/// Reads a message from JSON that comes in parts, one field of which is a long list of messages.
///
/// Each element of the list is read as soon as its last byte is there and its JSON let go, so that a body and the
/// message read from it are never held together. All else of the body is kept until its end and read then; so is a list
/// that comes a second time, or after a name with an escape, which might be the list's own. What is accepted, and what an
/// error says, is as with ``ProtoJSONReader``.
package struct ProtoJSONListReader<M: Message, Element: Message> {
  /// What is read next.
  private enum State {
    /// Something of the body that is not the list.
    case rest
    /// A string or a nested value of the rest.
    case restValue
    /// An element, or, of an empty list, its end.
    case element(isFirst: Bool)
    /// The rest of an element.
    case elementValue
    /// A comma or the list's end.
    case separator
  }

  /// How far the rest has come to the list.
  private enum Approach {
    case none
    case name
    case colon
  }

  private let list: any WritableKeyPath<M, [Element]> & Sendable
  private let name: String
  private let names: [[UInt8]]

  private var state = State.rest
  private var approach = Approach.none
  private var nesting = JSONNesting()
  private var isInObject = false
  /// Whether the list is read element by element if it comes now.
  private var isListAwaited = true
  private var place = JSONPlace()

  private var elements: [Element] = []
  /// Values in the elements, themselves included.
  private var values = 0
  private var element: [UInt8] = []
  private var elementPlace = JSONPlace()
  private var rest: [UInt8] = []
  private var restOrigin = JSONOrigin()
  /// Where in the rest the value that is being passed over begins.
  private var valueStart = 0

  /// - Parameters:
  ///   - list: the field that is read element by element.
  ///   - name: its name in JSON.
  ///   - protoName: its name in the `.proto` file.
  package init(_ list: any WritableKeyPath<M, [Element]> & Sendable, name: String, protoName: String) {
    self.list = list
    self.name = name
    names = [name, protoName].map { Array("\"\($0)\"".utf8) }
  }

  /// Takes the next part of the body. The error names the field, or the line and column, that is wrong.
  package mutating func take(_ part: UnsafeRawBufferPointer) throws(WireFormatError) {
    var remaining = part[...]
    while !remaining.isEmpty {
      switch state {
      case .rest: takeRest(&remaining)
      case .restValue: takeRestValue(&remaining)
      case .element(let isFirst): try takeElementStart(&remaining, isFirst: isFirst)
      case .elementValue: try takeElement(&remaining)
      case .separator: try takeSeparator(&remaining)
      }
    }
  }

  /// The message, after the body's last part.
  package mutating func finish() throws(WireFormatError) -> M {
    switch state {
    case .rest, .restValue: break
    case .element: throw malformed("expected a value", in: [])
    case .elementValue: _ = try ProtoJSONReader.decode(Element.self, from: element, cutFrom: elementOrigin)
    case .separator: throw malformed("expected `,` or `]`", in: [])
    }
    guard rest.contains(where: { !JSONScanner.isWhitespace($0) }) else { return M() }
    try MessageValues.check(values + JSONValueCount.of(rest))
    var message: M = try ProtoJSONReader.decode(from: rest, cutFrom: restOrigin)
    // What the rest has of the list came later.
    message[keyPath: list].insert(contentsOf: elements, at: 0)
    return message
  }

  // MARK: - The rest

  /// Takes white space and signs, until a nested value, a string or the list begins.
  private mutating func takeRest(_ remaining: inout Slice<UnsafeRawBufferPointer>) {
    var position = remaining.startIndex
    scan: while position < remaining.endIndex {
      let byte = remaining[position]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""):
        break scan
      case UInt8(ascii: ":"):
        approach = approach == .name ? .colon : .none
      default:
        if !JSONScanner.isWhitespace(byte) { approach = .none }
      }
      position += 1
    }
    keep(&remaining, to: position)
    guard let opening = remaining.first else { return }
    if !isInObject, opening == UInt8(ascii: "{") {
      isInObject = true
      keep(&remaining, to: position + 1)
    } else if approach == .colon, opening == UInt8(ascii: "[") {
      keep(&remaining, to: position + 1)
      state = .element(isFirst: true)
      isListAwaited = false
    } else {
      valueStart = rest.count
      state = .restValue
    }
  }

  /// Takes a string or a nested value.
  private mutating func takeRestValue(_ remaining: inout Slice<UnsafeRawBufferPointer>) {
    guard let end = nesting.close(in: remaining) else { return keep(&remaining, to: remaining.endIndex) }
    keep(&remaining, to: end)
    state = .rest
    let value = rest[valueStart...]
    if value.first == UInt8(ascii: "\""), value.contains(UInt8(ascii: "\\")) { isListAwaited = false }
    approach = isInObject && isListAwaited && names.contains { value.elementsEqual($0) } ? .name : .none
  }

  private mutating func keep(_ remaining: inout Slice<UnsafeRawBufferPointer>, to end: Int) {
    rest.append(contentsOf: remaining[..<end])
    pass(&remaining, to: end)
  }

  // MARK: - The list

  private mutating func takeElementStart(
    _ remaining: inout Slice<UnsafeRawBufferPointer>, isFirst: Bool
  ) throws(WireFormatError) {
    passWhitespace(&remaining)
    guard let byte = remaining.first else { return }
    if isFirst, byte == UInt8(ascii: "]") { return endList(&remaining) }
    elementPlace = place
    guard byte == UInt8(ascii: "{") else {
      // It is read for its error: an element is an object.
      _ = try ProtoJSONReader.decode(Element.self, from: [byte], cutFrom: elementOrigin)
      return
    }
    state = .elementValue
  }

  private mutating func takeElement(_ remaining: inout Slice<UnsafeRawBufferPointer>) throws(WireFormatError) {
    let end = nesting.close(in: remaining)
    element.append(contentsOf: remaining[..<(end ?? remaining.endIndex)])
    pass(&remaining, to: end ?? remaining.endIndex)
    guard end != nil else { return }
    values += 1 + JSONValueCount.of(element)
    try MessageValues.check(values)
    elements.append(try ProtoJSONReader.decode(from: element, cutFrom: elementOrigin))
    element.removeAll(keepingCapacity: true)
    state = .separator
  }

  private mutating func takeSeparator(_ remaining: inout Slice<UnsafeRawBufferPointer>) throws(WireFormatError) {
    passWhitespace(&remaining)
    switch remaining.first {
    case nil: return
    case UInt8(ascii: ","):
      pass(&remaining, to: remaining.startIndex + 1)
      state = .element(isFirst: false)
    case UInt8(ascii: "]"): endList(&remaining)
    default: throw malformed("expected `,` or `]`", in: Array(remaining.prefix(1)))
    }
  }

  /// The list's last bracket comes next, and is of the rest.
  private mutating func endList(_ remaining: inout Slice<UnsafeRawBufferPointer>) {
    restOrigin.resume(at: rest.count, place)
    keep(&remaining, to: remaining.startIndex + 1)
    state = .rest
    approach = .none
  }

  private var elementOrigin: JSONOrigin {
    var origin = JSONOrigin(elementPlace)
    origin.path.enter(field: name)
    origin.path.enter(index: elements.count)
    origin.depth = 1
    return origin
  }

  /// What is wrong at the place reached, before these bytes.
  private func malformed(_ reason: String, in bytes: [UInt8]) -> WireFormatError {
    JSONScanner(bytes, cutFrom: JSONOrigin(place)).malformed(reason)
  }

  // MARK: - Bytes

  private mutating func passWhitespace(_ remaining: inout Slice<UnsafeRawBufferPointer>) {
    pass(&remaining, to: remaining.firstIndex { !JSONScanner.isWhitespace($0) } ?? remaining.endIndex)
  }

  private mutating func pass(_ remaining: inout Slice<UnsafeRawBufferPointer>, to end: Int) {
    place.advance(over: remaining[..<end])
    remaining = remaining[end...]
  }
}
