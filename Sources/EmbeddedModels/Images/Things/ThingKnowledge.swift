internal import Foundation

/// Which things the models that look at images know, and when a signal's words mean one of them.
struct ThingKnowledge: Sendable {
  let names: ThingNames
  let rule: ThingRule
  /// Of the files: another model, or another rule, has another.
  let fingerprint: String

  /// Of the concepts' wordings, one concept's after the other's.
  private let wordings: PhraseVectors
  /// Where each concept's are.
  private let rows: [Range<Int>]
  /// The concept of each.
  private let owners: [Int]
  private let nudity: PhraseVectors

  /// - Parameter width: how many numbers the text encoder's vectors have.
  init(files: ModelFiles, width: Int) throws(EmbeddedModelError) {
    names = try ThingNames.load(files.thingNames)
    rule = try ThingRule.load(files.thingRule)
    var rows: [Range<Int>] = []
    for concept in names.concepts {
      let start = rows.last?.upperBound ?? 0
      rows.append(start..<start + concept.wordings.count)
    }
    self.rows = rows
    owners = rows.enumerated().flatMap { concept, rows in rows.map { _ in concept } }
    wordings = try PhraseVectors(files.thingVectors, count: owners.count, width: width)
    nudity = try PhraseVectors(files.nudityVectors, count: rule.nudity.anchors.count, width: width)
    fingerprint = try files.fingerprintOfSight()
  }

  /// Finds what signals come down to.
  ///
  /// - Parameter encode: makes vectors of phrases, of whatever length.
  /// - Returns: for each signal nil where nothing that is known by name would answer it.
  /// - Throws: what `encode` throws.
  func resolve(_ signals: [String], _ encode: ([String]) async throws -> [[Float]]) async throws -> [SeenThing?] {
    let phrases = signals.map { SignalPhrase($0, rule.phrase) }
    let alternatives = phrases.map { $0.alternatives(rule.phrase) }
    var vectors = PhraseTable()
    try await vectors.add(phrases.map(\.text) + alternatives.joined().map(\.text), encode)
    let doubtful = alternatives.joined().filter { isDoubtful($0, &vectors) }
    try await vectors.add(doubtful.flatMap { $0.words(rule.phrase) }, encode)
    return zip(phrases, alternatives).map { thing(of: $0, $1, &vectors) }
  }

  private func thing(
    of phrase: SignalPhrase, _ alternatives: [SignalPhrase], _ vectors: inout PhraseTable
  ) -> SeenThing? {
    if isNudity(phrase, vectors) { return .nudity }
    var found: Set<Int> = []
    for alternative in alternatives {
      let concepts = concepts(of: alternative, &vectors)
      // Of "guns or love" nothing can be told where there is no gun.
      if concepts.isEmpty { return nil }
      found.formUnion(concepts)
    }
    return found.isEmpty ? nil : .named(NamedThing(found.sorted().map { names.concepts[$0] }))
  }

  private func isNudity(_ phrase: SignalPhrase, _ vectors: PhraseTable) -> Bool {
    let words = phrase.words(rule.phrase)
    guard !words.contains(where: rule.nudity.refused.contains) else { return false }
    return Double(nudity.cosines(with: vectors[phrase.text]).max() ?? 0) >= rule.nudity.threshold
  }

  /// Whether it is only its single words that can tell: the phrase is near a concept, but not the same.
  private func isDoubtful(_ phrase: SignalPhrase, _ vectors: inout PhraseTable) -> Bool {
    let nearest = Double(vectors.cosines(of: phrase.text, with: wordings).max() ?? 0)
    return nearest >= rule.concepts.nearness && nearest < rule.concepts.sameness
  }

  private func concepts(of phrase: SignalPhrase, _ vectors: inout PhraseTable) -> Set<Int> {
    if phrase.isNegated(rule.phrase) { return [] }
    let cosines = vectors.cosines(of: phrase.text, with: wordings).map(Double.init)
    // INVARIANT: there is a cosine for each wording, and one wording at least.
    guard let best = cosines.max(), best >= rule.concepts.nearness, let row = cosines.firstIndex(of: best) else {
      return []
    }
    if best < rule.concepts.sameness, coverage(of: phrase, by: owners[row], vectors) < rule.concepts.coverage {
      return []
    }
    let least = max(best - rule.concepts.margin, rule.concepts.nearness)
    return Set(cosines.indices.filter { cosines[$0] >= least }.map { owners[$0] })
  }

  /// How near a concept is to that word of the phrase which is farthest from it.
  private func coverage(of phrase: SignalPhrase, by concept: Int, _ vectors: PhraseTable) -> Double {
    let spelt = Set(names.concepts[concept].wordings.flatMap { SignalPhrase.words(of: $0) })
    return phrase.words(rule.phrase).map { word in
      spelt.contains(word) ? 1 : Double(wordings.cosines(with: vectors[word], in: rows[concept]).max() ?? 0)
    }.min() ?? 0
  }
}

/// Phrases that have been encoded, at unit length.
private struct PhraseTable {
  private var vectors: [String: [Float]] = [:]
  private var cosines: [String: [Float]] = [:]

  mutating func add(_ phrases: [String], _ encode: ([String]) async throws -> [[Float]]) async throws {
    let missing = Set(phrases).filter { vectors[$0] == nil }.sorted()
    if missing.isEmpty { return }
    for (phrase, vector) in zip(missing, try await encode(missing)) {
      vectors[phrase] = PhraseVectors.normalized(vector)
    }
  }

  /// - Parameter wordings: the same ones each time.
  mutating func cosines(of phrase: String, with wordings: PhraseVectors) -> [Float] {
    if let known = cosines[phrase] { return known }
    let made = wordings.cosines(with: self[phrase])
    cosines[phrase] = made
    return made
  }

  /// INVARIANT: of what has been added.
  subscript(phrase: String) -> [Float] { vectors[phrase] ?? [] }
}
