package app.parley.offlinestore.shard;

import org.springframework.stereotype.Component;

/** What is stored beside the journal. */
@Component
record Stores(ConversationStates states, MessageLog log, WaitingLists waiting, SendIndex sends) {}
