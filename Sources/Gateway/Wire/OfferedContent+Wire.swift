internal import ContentIntake
internal import GatewayProtocol

extension OfferedContent {
  init(_ wire: Clavata_Shared_V1_ContentData) {
    let body: Body =
      switch wire.content {
      case .text(let text): .text(text)
      case .image(let bytes): .image(bytes)
      case .imageURL(let url): .imageURL(url)
      case .video: .video
      case .audioURL: .audio
      case nil: .none
      }
    self.init(body: body, title: wire.title, metadata: wire.metadata)
  }
}
