/// Puts chunks into WebPs, sound ones and others.
enum WebPWriter {
  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    var chunk = Array(name.utf8)
    chunk.append(littleEndian: body.count, bytes: 4)
    return chunk + body + (body.count.isMultiple(of: 2) ? [] : [0])
  }

  static func file(_ chunks: [UInt8]) -> [UInt8] {
    var file = Array("RIFF".utf8)
    file.append(littleEndian: chunks.count + 4, bytes: 4)
    return file + Array("WEBP".utf8) + chunks
  }

  /// The first chunk of a file that has more than a picture.
  static func canvas(width: Int, height: Int, flags: UInt8 = 0) -> [UInt8] {
    var body: [UInt8] = [flags, 0, 0, 0]
    body.append(littleEndian: width - 1, bytes: 3)
    body.append(littleEndian: height - 1, bytes: 3)
    return chunk("VP8X", body)
  }

  static let animated: UInt8 = 0x02
  static let exif: UInt8 = 0x08
  static let alpha: UInt8 = 0x10

  static let animation = chunk("ANIM", [0, 0, 0, 0, 0, 0])

  /// - Parameters:
  ///   - x: pixels, even.
  ///   - y: pixels, even.
  static func frame(x: Int = 0, y: Int = 0, width: Int, height: Int, _ picture: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    for number in [x / 2, y / 2, width - 1, height - 1, 100] { body.append(littleEndian: number, bytes: 3) }
    return chunk("ANMF", body + [0] + picture)
  }

  /// A lossless picture that ends with its header.
  static func losslessHeader(width: Int, height: Int) -> [UInt8] {
    var body: [UInt8] = [0x2f]
    body.append(littleEndian: (width - 1) | (height - 1) << 14, bytes: 4)
    return chunk("VP8L", body + [0, 0])
  }

  /// The chunks of a file, without what is around them.
  static func chunks(of file: [UInt8]) -> [UInt8] { Array(file[12...]) }
}
