/// The ways to turn and mirror a picture onto itself.
package enum PictureSymmetry: Sendable, Hashable, CaseIterable {
  case unchanged
  /// Counterclockwise.
  case quarterTurn
  case halfTurn
  /// Counterclockwise.
  case threeQuarterTurn
  /// Upside down, as in water.
  case topToBottom
  /// As in a mirror.
  case leftToRight
  /// About the diagonal from the top left.
  case mainDiagonal
  /// About the diagonal from the top right.
  case otherDiagonal

  /// Whether rows become columns.
  var transposes: Bool {
    switch self {
    case .unchanged, .halfTurn, .topToBottom, .leftToRight: false
    case .quarterTurn, .threeQuarterTurn, .mainDiagonal, .otherDiagonal: true
    }
  }

  /// Whether odd vertical frequencies change their sign: the picture is put upside down, before any transposition.
  var mirrorsRows: Bool {
    switch self {
    case .unchanged, .leftToRight, .quarterTurn, .mainDiagonal: false
    case .halfTurn, .topToBottom, .threeQuarterTurn, .otherDiagonal: true
    }
  }

  /// Whether odd horizontal frequencies change their sign.
  var mirrorsColumns: Bool {
    switch self {
    case .unchanged, .topToBottom, .threeQuarterTurn, .mainDiagonal: false
    case .halfTurn, .leftToRight, .quarterTurn, .otherDiagonal: true
    }
  }
}
