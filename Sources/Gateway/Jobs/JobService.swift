internal import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// Jobs: asked for, looked at, listed.
package struct JobService: Sendable {
  package static let defaultPageSize = 10
  package static let maximumPageSize = 1_000
  /// Contents of the jobs of a page, after which it ends: each may have a report, which is made again for it. One job with
  /// more is a page by itself.
  package static let pageContents = 1_000
  /// Jobs of a page that are read together.
  private static let readAtOnce = 16

  private let catalog: PolicyCatalog
  private let intake: ContentIntake
  private let store: any Store
  private let runner: JobRunner
  private let answers: JobAnswers
  private let webhooks: WebhookClient
  private let limiter: RateLimiter
  private let reviews: ReviewLimiter

  init(
    catalog: PolicyCatalog, intake: ContentIntake, store: any Store, runner: JobRunner, answers: JobAnswers,
    webhooks: WebhookClient, limiter: RateLimiter, reviews: ReviewLimiter
  ) {
    self.catalog = catalog
    self.intake = intake
    self.store = store
    self.runner = runner
    self.answers = answers
    self.webhooks = webhooks
    self.limiter = limiter
    self.reviews = reviews
  }

  /// Keeps a job, and answers at once or, asked to wait, when it has ended.
  ///
  /// A caller that stops waiting does not stop the job.
  /// - Throws: `GatewayError`; RESOURCE_EXHAUSTED where too many jobs are waiting.
  package func create(
    _ request: Clavata_Gateway_V1_CreateJobRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_CreateJobResponse {
    let policyID = try Identifier.policy(request.policyID)
    let policy = try await catalog.ready(policyID, account: caller.accountID)
    let options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil,
      expedited: request.hasExpedited ? request.expedited : nil,
      options: request.options.options, version: policy.options)
    guard !options.isExplained else {
      throw GatewayError(.invalidArgument, "options.explain: a job keeps scores alone; ask `Evaluate` to explain them")
    }
    let id = UUID.timeOrdered(at: Date())
    // Before anything is fetched or decoded.
    let webhook = try webhook(of: request, job: id, account: caller.accountID)
    limiter.charge(contents: min(request.contentData.count, ContentLimits.items), to: caller)
    let items = try await AdmittedItem.admit(request.contentData, by: intake, for: caller.accountID.wire)
    var job = try JobRecord.make(for: policy, items: items, options: options, account: caller.accountID)
    job.id = id
    let ticket = try runner.reserve(job.id)
    let month: ReviewMonth
    do {
      month = try await reviews.charge(contents: items.count, to: caller.accountID)
    } catch {
      runner.release(ticket)
      throw error
    }
    do {
      job.request = try request.keeping(items).serializedData()
      if let webhook {
        try await store.insert(job, webhook: webhook)
      } else {
        try await store.insert(job)
      }
    } catch {
      reviews.giveBack(contents: items.count, of: month, to: caller.accountID)
      runner.release(ticket)
      throw GatewayError(error)
    }
    runner.enqueue(ticket)
    guard request.waitForCompletion else {
      let pending = try await answers.wire(job)
      return .with { $0.job = pending }
    }
    await runner.ended(job.id)
    guard !Task.isCancelled else { throw GatewayError(CancellationError()) }
    let ended = try await self.job(job.id, caller: caller)
    return .with { $0.job = ended }
  }

  /// - Throws: NOT_FOUND; also for another account's job.
  package func get(
    _ request: Clavata_Gateway_V1_GetJobRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetJobResponse {
    let id = try Identifier.uuid(request.jobUuid, field: "jobUuid")
    let job = try await job(id, caller: caller)
    return .with { $0.job = job }
  }

  private func job(_ id: UUID, caller: Caller) async throws(GatewayError) -> Clavata_Shared_V1_Job {
    guard let job = try await answers.job(id, account: caller.accountID) else {
      throw GatewayError(.notFound, "no job has the id \(id.wire)")
    }
    return job
  }

  /// What is to be told of the job's end, where the request asks for that.
  private func webhook(
    of request: Clavata_Gateway_V1_CreateJobRequest, job: UUID, account: UUID
  ) throws(GatewayError) -> WebhookDeliveryRecord? {
    guard request.hasWebhook else { return nil }
    return try .make(
      of: WebhookSubject(.job, job), account: account, url: request.webhook.url,
      headers: request.webhook.extraHeaders, client: webhooks)
  }

  package func list(
    _ request: Clavata_Gateway_V1_ListJobsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_ListJobsResponse {
    let size = try PageSize.checked(
      request.pageSize, usual: Self.defaultPageSize, maximum: Self.maximumPageSize)
    var query = JobRowQuery(limit: size)
    query.created = try TimeSpan(request.query.createdTimeRange, field: "query.createdTimeRange")
    query.updated = try TimeSpan(request.query.updatedTimeRange, field: "query.updatedTimeRange")
    query.completed = try TimeSpan(request.query.completedTimeRange, field: "query.completedTimeRange")
    query.state = try Self.state(request.query.status)
    if request.query.hasPolicyID, !request.query.policyID.isEmpty {
      query.policyID = try Identifier.uuid(request.query.policyID, field: "query.policyId")
    }
    let token = PageToken(query: request.query, account: caller.accountID)
    if !request.pageToken.isEmpty { query.after = try token.cursor(from: request.pageToken) }
    do {
      return try await page(query, token: token, account: caller.accountID)
    } catch {
      throw GatewayError(error)
    }
  }

  /// As many jobs as the query's limit, or fewer where they have many contents.
  private func page(
    _ query: JobRowQuery, token: PageToken, account: UUID
  ) async throws -> Clavata_Gateway_V1_ListJobsResponse {
    let size = query.limit
    var query = query
    var response = Clavata_Gateway_V1_ListJobsResponse()
    var contents = 0
    while true {
      let wanted = min(size - response.jobs.count, Self.readAtOnce)
      // One more says whether there are more.
      query.limit = wanted + 1
      let rows = try await store.jobs(query, account: account)
      var taken = 0
      for row in rows.prefix(wanted) where contents < Self.pageContents {
        let job = try await answers.wire(row)
        contents += job.contentData.count
        response.jobs.append(job)
        query.after = PageCursor(created: row.created, id: row.id)
        taken += 1
      }
      guard taken < rows.count else { return response }
      guard contents < Self.pageContents, response.jobs.count < size else {
        if let last = query.after { response.nextPageToken = token.string(for: last) }
        return response
      }
    }
  }

  private static func state(_ status: Clavata_Shared_V1_JobStatus) throws(GatewayError) -> JobState? {
    if status == .unspecified { return nil }
    guard let state = JobState(rawValue: status.rawValue) else {
      throw GatewayError(.invalidArgument, "query.status: is not a job status")
    }
    return state
  }
}

extension Clavata_Gateway_V1_CreateJobRequest {
  /// The same with each image that was fetched in place of its URL: the job judges what was checked, though something
  /// else be there later.
  fileprivate func keeping(_ items: [AdmittedItem]) -> Self {
    var request = self
    for (index, item) in items.enumerated() {
      if case .image(let image) = item.content, case .imageURL? = request.contentData[index].content {
        request.contentData[index].image = image.bytes
      }
    }
    return request
  }
}
