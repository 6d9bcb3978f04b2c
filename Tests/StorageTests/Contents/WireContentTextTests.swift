import Foundation
import Testing

@testable import Storage

struct WireContentTextTests {
  /// The text is found whatever fields stand before it, and however long it is.
  @Test(arguments: [
    Data(), Data([0x0a, 1, 0x61]), Data([0x18, 0x96, 0x01]), Data([0x21] + Array(repeating: 7, count: 8)),
    Data([0x2d, 1, 2, 3, 4]),
  ])
  func findsTheText(before: Data) {
    for text in ["", "a", String(repeating: "é\u{0}", count: 300)] {
      #expect(WireContentText.text(of: before + Sample.wire(text: text).dropFirst(4)) == text)
    }
  }

  /// What has no text, or ends in the middle of something, has none.
  @Test(
    arguments: [
      [], [0x0a, 1, 0x61], [0x12], [0x12, 5, 0x61], [0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
      [0x13], [0x80], Array(repeating: 0xff, count: 20), [0x1a, 3, 0x12, 1, 0x61],
    ] as [[UInt8]])
  func findsNone(bytes: [UInt8]) {
    #expect(WireContentText.text(of: Data(bytes)) == nil)
  }
}
