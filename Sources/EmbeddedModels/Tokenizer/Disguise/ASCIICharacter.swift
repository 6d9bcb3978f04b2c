/// Bytes of text as characters of ASCII.
extension UInt8 {
  var isASCIISmallLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
  var isASCIILetter: Bool { (self | 0x20).isASCIISmallLetter }
  var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  /// A letter in lower case; nothing else may be asked.
  var asSmallLetter: UInt8 { self | 0x20 }
}
