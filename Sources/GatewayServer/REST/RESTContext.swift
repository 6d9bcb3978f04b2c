package import Hummingbird
package import NIOCore

/// What Hummingbird keeps of a request.
package struct RESTContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  package let channel: any Channel
  let knownCaller = KnownCaller()

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}
