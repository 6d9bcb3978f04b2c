internal import ContentIntake
internal import Foundation

/// What must hold for any bytes whatever.
enum Expectations {
  /// Pixels in all frames, from which on a picture is not decoded: it would take the time of thousands of others.
  private static let decodedPixels = 1_000_000
  private static let longestSide = 40

  /// Stops the program where something does not: libFuzzer then keeps the bytes.
  static func check(_ bytes: Data) {
    let read = Result { () throws(ImageError) in try ImageHeader(bytes) }
    switch read {
    case .failure(let error): checkCode(of: error)
    case .success(let header):
      checkLimits(of: header, bytes)
      if header.width * header.height * header.frames <= decodedPixels { checkPictures(of: bytes, header) }
    }
  }

  private static func checkCode(of error: ImageError) {
    precondition([.unsupportedFormat, .invalid, .tooLarge].contains(error.code), "an error blames the server")
    precondition(!error.message.isEmpty && error.message.count < 200, "an error does not say why")
  }

  private static func checkLimits(of header: ImageHeader, _ bytes: Data) {
    precondition(header.format == ImageFormat(of: bytes), "a header is of another format")
    precondition((1...ImageLimits.side).contains(header.width), "a width is out of bounds")
    precondition((1...ImageLimits.side).contains(header.height), "a height is out of bounds")
    precondition(header.width * header.height <= ImageLimits.pixels, "a size is out of bounds")
    precondition((1...ImageLimits.frames).contains(header.frames), "a count of frames is out of bounds")
    precondition((1...8).contains(header.orientation), "an orientation is out of bounds")
  }

  private static func checkPictures(of bytes: Data, _ header: ImageHeader) {
    let decoded = decode(bytes, header)
    switch decoded {
    case .failure(let error): checkCode(of: error)
    case .success(let pictures):
      precondition((1...3).contains(pictures.count), "there are not as many pictures as there may be")
      let side = min(max(header.width, header.height), longestSide)
      precondition(pictures.allSatisfy { max($0.width, $0.height) == side }, "a picture has another size")
    }
    precondition(decoded == decode(bytes, header), "the same bytes are another picture the second time")
  }

  private static func decode(_ bytes: Data, _ header: ImageHeader) -> Result<[Picture], ImageError> {
    Result { () throws(ImageError) in try ImageDecoder.decode(bytes, header: header, longestSide: longestSide) }
  }
}
