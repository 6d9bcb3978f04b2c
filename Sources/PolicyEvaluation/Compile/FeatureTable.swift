internal import PolicyLanguage

/// A policy's distinct features, collected in the order in which they first stand in the text.
struct FeatureTable {
  private(set) var features: [Feature] = []
  private var indexes: [String: Int] = [:]

  /// Notes one place of a check and returns the index of its feature.
  mutating func index(of kind: Feature.Kind, at range: SourceRange) -> Int {
    let kind = kind.trimmed
    let index = indexes[kind.identity, default: features.count]
    if index < features.count {
      features[index].ranges.append(range)
    } else {
      indexes[kind.identity] = index
      features.append(Feature(index: index, kind: kind, expression: kind.canonicalSource, ranges: [range]))
    }
    return index
  }
}
