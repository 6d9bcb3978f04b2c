import Testing

@testable import ContentIntake

@Suite struct PictureOrientationTests {
  /// Each orientation puts the pixels of a picture of 3 by 2 where the EXIF standard says.
  @Test(
    arguments: [
      (1, 3, "abcdef"), (2, 3, "cbafed"), (3, 3, "fedcba"), (4, 3, "defabc"), (5, 2, "adbecf"), (6, 2, "daebfc"),
      (7, 2, "fcebda"), (8, 2, "cfbead"),
    ]) func turns(orientation: Int, width: Int, expected: String)
  {
    let stored = "abcdef".utf8.flatMap { [$0, $0 + 1, $0 + 2] }
    let picture = stored.withUnsafeBufferPointer {
      PictureOrientation(orientation, width: 3, height: 2).upright($0)
    }
    #expect(picture == Picture(width: width, height: 6 / width, rgb: expected.utf8.flatMap { [$0, $0 + 1, $0 + 2] }))
  }
}
