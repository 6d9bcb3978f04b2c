import ContentIntake
import Testing

@testable import EmbeddedModels

@Suite struct WritingTensorsTests {
  /// A page is blown up or shrunk into its bounds, its sides multiples of 32, however thin it is.
  @Test(arguments: [
    (100, 50, 736, 384), (900, 300, 896, 288), (2000, 1000, 1280, 640), (1, 700, 32, 736), (2048, 1, 1280, 32),
  ])
  func boundsThePage(width: Int, height: Int, pageWidth: Int, pageHeight: Int) {
    let page = WritingTensors.page(of: .noise(width: width, height: height))
    #expect(page.width == pageWidth && page.height == pageHeight && page.values.count == 3 * pageWidth * pageHeight)
    #expect(page.values.allSatisfy { (-1...1).contains($0) })
  }

  /// A line is cut out as it lies, 48 pixels high; the planes are blue, green and red, and zero past its end.
  @Test func cutsALine() {
    let cut = WritingTensors.cut(line(Place(x: 1, y: 0)), of: Self.picture)
    #expect(cut.width == 96 && cut.rgb.count == 3 * 96 * 48 && !cut.stands)
    // Left is red, right is blue.
    #expect(Array(cut.rgb[..<3]) == [255, 0, 0] && Array(cut.rgb.suffix(3)) == [0, 0, 255])
    let planes = WritingTensors.line(cut)
    #expect(planes.width == 96 && planes.height == 48)
    #expect(planes.values[0] == -1 && planes.values[95] == 1 && planes.values[2 * 96 * 48] == 1)
    let narrow = WritingTensors.line(LineCut(width: 40, rgb: Array(repeating: 255, count: 3 * 40 * 48), stands: false))
    #expect(narrow.width == 64 && narrow.values[39] == 1 && narrow.values[40] == 0)
  }

  /// A direction that points to the left is turned, so that nothing is read backwards; upside down it is backwards.
  @Test func readsFromLeftToRight() {
    let cut = WritingTensors.cut(line(Place(x: -1, y: 0)), of: Self.picture)
    #expect(Array(cut.rgb[..<3]) == [255, 0, 0])
    #expect(WritingTensors.line(cut, upsideDown: true).values[0] == 1)
  }

  /// A line that stands on end is laid down and known as such; one that is too short to stand is left upright.
  @Test func laysDownWhatStands() {
    let standing = LinePlace(
      centre: Place(x: 100, y: 50), direction: Place(x: 0, y: -1), halfLength: 40, halfHeight: 10)
    #expect(WritingTensors.cut(standing, of: Self.picture).stands)
    let letter = LinePlace(centre: Place(x: 100, y: 50), direction: Place(x: 0, y: 1), halfLength: 11, halfHeight: 10)
    let cut = WritingTensors.cut(letter, of: Self.picture)
    #expect(!cut.stands && cut.width == 44 && Array(cut.rgb[..<3]) == [255, 0, 0])
  }

  /// What is shrunk is averaged, not skipped: stripes of one pixel become gray.
  @Test func averagesWhatIsShrunk() {
    let stripes = Picture(
      width: 400, height: 192,
      rgb: (0..<192).flatMap { y in Array(repeating: y % 2 == 0 ? 0 : 255 as UInt8, count: 1200) })
    let place = LinePlace(centre: Place(x: 200, y: 96), direction: Place(x: 1, y: 0), halfLength: 200, halfHeight: 96)
    let cut = WritingTensors.cut(place, of: stripes)
    #expect(cut.rgb.allSatisfy { (120...135).contains($0) })
  }

  private func line(_ direction: Place) -> LinePlace {
    LinePlace(centre: Place(x: 100, y: 50), direction: direction, halfLength: 40, halfHeight: 20)
  }

  /// Red on the left, blue on the right.
  private static let picture = Picture(
    width: 200, height: 100,
    rgb: (0..<100).flatMap { _ in (0..<200).flatMap { $0 < 100 ? [255, 0, 0] : [0, 0, 255] as [UInt8] } })
}
