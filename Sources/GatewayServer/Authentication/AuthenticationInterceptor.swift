internal import GRPCCore
internal import Gateway

/// Lets in, over gRPC, whom the gate lets in, and turns every error into a status.
struct AuthenticationInterceptor: ServerInterceptor {
  let gate: AccessGate

  func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>,
    context: ServerContext,
    next:
      @Sendable (StreamingServerRequest<Input>, ServerContext) async throws -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    do {
      let method = context.descriptor.fullyQualifiedMethod
      if MethodRoles.access(to: method) == .open { return try await next(request, context) }
      let header = request.metadata[stringValues: "authorization"].first { _ in true }
      let caller = try await gate.admit(authorization: header, to: method)
      let response = try await Caller.$current.withValue(caller) { try await next(request, context) }
      return response.translatingErrors(for: caller)
    } catch {
      return StreamingServerResponse(error: RPCError(translating: error))
    }
  }
}

extension StreamingServerResponse {
  /// The body of a streamed answer is produced after the handler returned: it needs the caller again.
  fileprivate func translatingErrors(for caller: Caller) -> Self {
    guard case .success(var contents) = accepted else { return self }
    let produce = contents.producer
    contents.producer = { writer in
      do {
        return try await Caller.$current.withValue(caller) {
          try await withTaskCancelledByCaller { try await produce(writer) }
        }
      } catch {
        throw RPCError(translating: error)
      }
    }
    return StreamingServerResponse(accepted: .success(contents))
  }
}

/// Runs a stream's work in a task that is cancelled when the caller leaves: gRPC tells of that, and cancels nothing by
/// itself.
private func withTaskCancelledByCaller<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let task = Task { try await work() }
  return try await withTaskCancellationHandler {
    try await withRPCCancellationHandler {
      try await task.value
    } onCancelRPC: {
      task.cancel()
    }
  } onCancel: {
    task.cancel()
  }
}

extension RPCError {
  init(translating error: any Error) {
    if let error = error as? RPCError { self = error } else { self.init(GatewayError(error)) }
  }
}
