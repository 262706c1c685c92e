package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.ConversationRules;
import app.parley.offlinestore.conversation.WaitingUsers;
import app.parley.offlinestore.journal.Journal;
import app.parley.offlinestore.journal.JournalMetrics;
import app.parley.offlinestore.journal.JournalSettings;
import app.parley.offlinestore.journal.JournalWriter;
import app.parley.offlinestore.journal.Segments;
import app.parley.offlinestore.journal.ShardJournal;
import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.shard.OpenShard.ShardContext;
import app.parley.offlinestore.shard.Settlement.SettlementContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Opens a shard: puts its parts together, and replays what its older owners left. */
@Component
class ShardOpening {

    private final Journal journal;
    private final Stores stores;
    private final ShardSettings settings;
    private final JournalSettings journalSettings;
    private final SettlementSettings settlementSettings;
    private final SupervisionSettings supervisionSettings;
    private final Metrics metrics;

    ShardOpening(
            Journal journal,
            Stores stores,
            ShardSettings settings,
            JournalSettings journalSettings,
            SettlementSettings settlementSettings,
            SupervisionSettings supervisionSettings,
            Metrics metrics) {
        this.journal = journal;
        this.stores = stores;
        this.settings = settings;
        this.journalSettings = journalSettings;
        this.settlementSettings = settlementSettings;
        this.supervisionSettings = supervisionSettings;
        this.metrics = metrics;
    }

    /**
     * The shard as the journal gives it, ready to serve under this lease.
     *
     * @param opened the last epoch that was opened before
     */
    Mono<OpenShard> open(int shard, Lease lease, @Nullable Long opened, Scheduler thread) {
        ConversationRules rules =
                new ConversationRules(settings.retention(), settings.rememberedSends(), settlementSettings.wipeAfter());
        LoadedConversations conversations = new LoadedConversations(stores.states(), rules, new WaitingUsers(), thread);
        ShardJournal shardJournal = new ShardJournal(shard, journal, thread);
        Segments segments = new Segments(shardJournal, lease.epoch(), journalSettings, System::nanoTime);
        UnpublishedAppends unpublished = new UnpublishedAppends(metrics.shards());
        JournalWriter writer = new JournalWriter(
                shardJournal, lease, segments, journalSettings, metrics.journal(), unpublished::publish);
        Settlement settlement = new Settlement(
                conversations, writer, segments, lease, stores, new SettlementContext(settlementSettings, thread));
        Supervision supervision = new Supervision(conversations, supervisionSettings);
        Appends appends = new Appends(conversations, stores, writer, unpublished, supervision, metrics.shards());
        ShardContext context = new ShardContext(shard, thread, settings.deadline(), metrics.shards());
        return new Replay(shardJournal, conversations, segments, stores.states())
                .before(lease.epoch(), opened)
                .doOnNext(replayed -> replayed.forEach(settlement::noteUntidy))
                .doOnNext(replayed -> replayed.forEach(supervision::watch))
                .map(_ -> new OpenShard(conversations, writer, settlement, appends, supervision, context));
    }

    /** The meters of what a shard is made of. */
    @Component
    record Metrics(ShardMetrics shards, JournalMetrics journal) {}
}
