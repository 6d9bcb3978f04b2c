package import Foundation

/// What one job, or a part of a batch job, adds to an account's figures.
package struct JobFigures: Sendable, Hashable {
  package var accountID: UUID
  package var subject: FigureSubject
  package var texts = FigureTally()
  package var images = FigureTally()

  package init(accountID: UUID, subject: FigureSubject) {
    self.accountID = accountID
    self.subject = subject
  }

  package subscript(series: FigureSeries) -> FigureTally {
    get {
      switch series {
      case .text: texts
      case .image: images
      }
    }
    set {
      switch series {
      case .text: texts = newValue
      case .image: images = newValue
      }
    }
  }
}
