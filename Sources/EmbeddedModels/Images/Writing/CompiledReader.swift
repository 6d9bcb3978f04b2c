internal import COpenVINO
internal import ContentIntake
internal import Foundation

/// Reads pictures with two models: one finds the lines, the other says what each is.
struct CompiledReader {
  private let finder: ModelRequest
  private let reader: ModelRequest
  private let letters: LetterTable

  /// UTF-8 bytes of what is read off one picture.
  private static let mostBytes = 64 << 10
  /// Pixels of lines, once they are laid level, that are read of one picture: a page full of them. On noise there is no
  /// end of what might be a line.
  private static let mostPixels = 128_000

  init(_ models: ImageModels) throws(EmbeddedModelError) {
    letters = try LetterTable(models.files.characters)
    finder = try models.makeRequest(models.files.lineFinder)
    reader = try models.makeRequest(models.files.lineReader)
  }

  /// The lines that are read with some certainty, from the top down.
  ///
  /// - Parameter note: is told what the models are given, and whether it is the whole page.
  func read(
    _ picture: Picture, note: (Bool, WritingTensors.Planes) -> Void = { _, _ in }
  ) throws(EmbeddedModelError) -> String {
    var text = ""
    var pixels = 0
    let page = WritingTensors.page(of: picture)
    note(true, page)
    for place in try lines(on: page, of: picture) {
      let cut = WritingTensors.cut(place, of: picture)
      pixels += cut.width
      guard pixels <= Self.mostPixels else { break }
      let line = WritingTensors.line(cut)
      note(false, line)
      var reading = try read(line)
      if cut.stands || reading.isDoubtful {
        let line = WritingTensors.line(cut, upsideDown: true)
        note(false, line)
        let turned = try read(line)
        if turned.certainty > reading.certainty { reading = turned }
      }
      guard reading.isCertain else { continue }
      guard text.utf8.count + reading.text.utf8.count < Self.mostBytes else { break }
      if !text.isEmpty { text += "\n" }
      text += reading.text
    }
    return text
  }

  private func lines(
    on page: WritingTensors.Planes, of picture: Picture
  ) throws(EmbeddedModelError) -> [LinePlace] {
    let output = try run(finder, page)
    let ink = try output.numbers([1, 1, page.height, page.width])
    return LineFinder.lines(
      in: Array(ink), width: page.width, height: page.height,
      scale: Place(
        x: Double(picture.width) / Double(page.width), y: Double(picture.height) / Double(page.height)))
  }

  private func read(_ line: WritingTensors.Planes) throws(EmbeddedModelError) -> LetterTable.Reading {
    letters.read(try run(reader, line).numbers([1, nil, letters.count]))
  }

  private func run(
    _ request: ModelRequest, _ planes: WritingTensors.Planes
  ) throws(EmbeddedModelError) -> covino_output {
    try planes.values.withUnsafeBufferPointer { values throws(EmbeddedModelError) in
      try request.run([covino_input("x", values, at: 0, 1, 3, planes.height, planes.width)])
    }
  }
}
