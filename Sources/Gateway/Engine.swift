package import ContentIntake
package import Foundation
package import Logging
package import ServiceLifecycle
package import SignalScoring
package import Storage

/// The use cases over one store and one set of scorers.
package struct Engine: Sendable {
  /// Scores that are remembered, at most: a score and its key are about 150 bytes.
  package static let rememberedScores = 200_000

  package let catalog: PolicyCatalog
  package let evaluation: EvaluationService
  package let jobs: JobService
  package let policies: PolicyService
  package let policyTests: PolicyTestService
  package let snippets: SnippetService
  package let labels: LabelService
  package let labelEvaluation: LabelEvaluationService
  package let labelDrafts: LabelDraftService
  package let labelTags: LabelTagService
  package let contents: ContentService
  package let datasets: DatasetService
  package let contentRetention: ContentRetention
  package let labelDatasets: LabelDatasetService
  package let labelItemEvaluation: LabelItemEvaluationService
  package let labelFigures: LabelFigureService
  package let labelReviews: LabelReviewService
  package let tokens: APITokenService
  package let limits: LimitService
  package let reviews: ReviewLimiter
  package let users: UserService
  package let tours: TourService
  package let customers: CustomerService
  package let invites: InviteService
  package let gate: AccessGate
  package let runner: JobRunner
  package let webhooks: WebhookSender
  package let moderations: ModerationService
  package let comments: CommentService
  package let batches: BatchService
  package let batchRunner: BatchRunner
  package let batchRetention: BatchRetention
  package let recordRetention: RecordRetention
  package let usage: UsageService
  package let insights: InsightService
  package let contentFeed: ContentFeedService
  package let figureRetention: FigureRetention
  package let publicAddress: PublicAddress
  package let hashLists: HashListService
  package let hashListKeeper: HashListKeeper

  /// - Parameter webhooks: what posts them.
  package init(
    store: any Store, intake: ContentIntake, scorers: Scorers, tokens: TokenCounter, webhooks client: WebhookClient,
    options: EngineOptions, logger: Logger
  ) {
    let limiter = options.limiter
    let reviews = ReviewLimiter(limit: options.reviewLimit, store: store, now: options.now)
    self.reviews = reviews
    hashLists = HashListService(
      store: store, options: options.hashLists, now: options.now, pause: options.pause, logger: logger)
    hashListKeeper = HashListKeeper(lists: hashLists, logger: logger)
    // Everything that takes contents in does so by this one.
    let intake = intake.lookingUp(in: hashLists.source)
    let evaluator = Evaluator(tokens: tokens)
    let cache = ScoreCache(capacity: Self.rememberedScores)
    catalog = PolicyCatalog(store: store, scorers: scorers, cache: cache)
    // Drafts and sets of labels are made ready when somebody asks, so they take turns.
    let drafts = WorkGate(refusal: "too many drafts are being tested; try again")
    let labelCatalog = LabelCatalog(store: store, scorers: scorers, cache: cache, gate: drafts)
    let answers = JobAnswers(store: store, catalog: catalog, labels: labelCatalog)
    let files = BatchFiles(folder: options.batches.folder)
    publicAddress = PublicAddress(configured: options.batches.publicURL)
    let addresses = BatchAddresses(files: files, server: publicAddress)
    batchRunner = BatchRunner(
      store: store, files: files, catalog: catalog, intake: intake, evaluator: evaluator, reviews: reviews,
      logger: logger, now: options.now, pause: options.pause)
    let uploads = BatchUploads(store: store, files: files, addresses: addresses, runner: batchRunner, now: options.now)
    batchRetention = BatchRetention(store: store, files: files, uploads: uploads)
    recordRetention = RecordRetention(store: store, jobDays: options.keptJobDays)
    batches = BatchService(
      store: store, files: files, catalog: catalog, addresses: addresses, runner: batchRunner, uploads: uploads,
      webhooks: client, reviews: reviews, now: options.now)

    let retention = ContentRetention(days: options.retainedDays, store: store, logger: logger, now: options.now)
    contentRetention = retention
    contents = ContentService(store: store, intake: intake, limiter: limiter)
    datasets = DatasetService(store: store, retention: retention)

    let sender = WebhookSender(
      store: store, client: client, bodies: [.job: answers, .batchJob: batches], logger: logger)
    webhooks = sender
    runner = JobRunner(
      store: store, catalog: catalog, intake: intake, evaluator: evaluator, logger: logger,
      retention: retention, onEnded: { sender.ring() })
    evaluation = EvaluationService(
      catalog: catalog, intake: intake, evaluator: evaluator, store: store, limiter: limiter, reviews: reviews,
      retention: retention)
    jobs = JobService(
      catalog: catalog, intake: intake, store: store, runner: runner, answers: answers, webhooks: client,
      limiter: limiter, reviews: reviews)
    policies = PolicyService(catalog: catalog, datasets: store)
    policyTests = PolicyTestService(
      scorers: scorers, cache: cache, intake: intake, evaluator: evaluator, store: store, limiter: limiter,
      reviews: reviews, gate: drafts)
    snippets = SnippetService(catalog: catalog, store: store)
    labels = LabelService(catalog: labelCatalog, tokens: tokens)
    labelEvaluation = LabelEvaluationService(
      catalog: labelCatalog, intake: intake, tokens: tokens, store: store, reviews: reviews)
    labelDrafts = LabelDraftService(store: store)
    labelTags = LabelTagService(store: store)
    labelDatasets = LabelDatasetService(catalog: labelCatalog, intake: intake, store: store, limiter: limiter)
    labelItemEvaluation = LabelItemEvaluationService(
      catalog: labelCatalog, scorers: scorers, cache: cache, intake: intake, evaluator: evaluator, store: store,
      limiter: limiter, reviews: reviews, gate: drafts)
    let figures = WorkGate(refusal: "too many questions about what was evaluated are being answered; try again")
    labelFigures = LabelFigureService(catalog: labelCatalog, store: store, gate: figures)
    labelReviews = LabelReviewService(catalog: labelCatalog, store: store)
    usage = UsageService(store: store, gate: figures, now: options.now)
    insights = InsightService(store: store, catalog: catalog, labels: labelCatalog, gate: figures)
    contentFeed = ContentFeedService(store: store, catalog: catalog, labels: labelCatalog, gate: figures)
    figureRetention = FigureRetention(store: store, now: options.now)
    let authenticator = Authenticator(store: store)
    let apiTokens = APITokenService(keys: KeyService(store: store), store: store, authenticator: authenticator)
    self.tokens = apiTokens
    limits = LimitService(limiter: limiter, reviews: reviews, store: store)
    users = UserService(store: store, authenticator: authenticator)
    tours = TourService(store: store)
    customers = CustomerService(store: store, tokens: apiTokens, now: options.now)
    invites = InviteService(store: store, now: options.now)
    gate = AccessGate(authenticator: authenticator, limiter: limiter, store: store)
    moderations = ModerationService(evaluation: evaluation, catalog: catalog, policy: options.compatibility.moderations)
    comments = CommentService(evaluation: evaluation, catalog: catalog, policy: options.compatibility.comments)
  }

  /// What runs beside the transports and stops after them, the first last.
  package var background: [any Service] {
    [
      reviews, webhooks, runner, batchRunner, batchRetention, contentRetention, recordRetention, figureRetention,
      hashListKeeper,
    ]
  }

  /// The names of policies that the settings name and an account has not.
  package func missingPolicies(account: UUID) async -> [String] {
    var missing: [String] = []
    for policy in [moderations.policy, comments.policy].compactMap(\.self) {
      if await !policy.isThere(account: account) { missing.append(policy.name) }
    }
    return missing
  }
}
