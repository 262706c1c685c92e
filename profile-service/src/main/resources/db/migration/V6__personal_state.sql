create table personal_state (
  account_id uuid   primary key references account on delete cascade,
  version    bigint not null,
  forgotten  bigint not null
);

comment on table personal_state is
  'How far what somebody keeps for themselves has been changed. Whoever changes it locks their row first, so that the numbers '
  'of changes become visible in their order. Looked up by the person.';
comment on column personal_state.version is 'The number of the last change.';
comment on column personal_state.forgotten is
  'Up to here entries that say that something is gone may be gone themselves: who knows no more than this begins anew.';

create table personal_conversation (
  account_id      uuid        not null references account on delete cascade,
  conversation_id uuid        not null references conversation on delete cascade,
  version         bigint      not null,
  muted_until     timestamptz,
  archived        boolean     not null,
  pinned_at       timestamptz,
  draft           text,
  drafted_at      timestamptz,
  cleared_to      bigint      not null,
  primary key (account_id, conversation_id)
);

comment on table personal_conversation is
  'How somebody keeps a conversation for themselves. The primary key serves one conversation and all of a person, the index '
  'what has changed since a version. A row stays when its person leaves the conversation.';
comment on column personal_conversation.version is 'The number of its last change among all of the person''s.';
comment on column personal_conversation.muted_until is 'Null: not muted; the end of the year 9999: for ever.';
comment on column personal_conversation.pinned_at is 'Null: not pinned.';
comment on column personal_conversation.draft is 'What is not sent yet: a JSON object; null: nothing.';
comment on column personal_conversation.cleared_to is 'The messages up to here they do not want to see; 0: none.';

create index personal_conversation_changed on personal_conversation (account_id, version);

create table personal_message (
  account_id      uuid        not null references account on delete cascade,
  conversation_id uuid        not null references conversation on delete cascade,
  seq             bigint      not null constraint personal_message_seq_counts check (seq > 0),
  version         bigint      not null,
  starred_at      timestamptz,
  hidden          boolean     not null,
  primary key (account_id, conversation_id, seq),
  constraint personal_message_starred_or_hidden check (starred_at is null or not hidden)
);

comment on table personal_message is
  'How somebody keeps a message for themselves. The primary key serves messages by their numbers; the indexes what has changed '
  'since a version, the starred messages (newest first), the hidden ones of conversations, and what says that there is nothing '
  'any more, of which the oldest are deleted. There are none at or below personal_conversation.cleared_to.';
comment on column personal_message.version is 'The number of its last change among all of the person''s.';
comment on column personal_message.starred_at is 'Null: not starred.';
comment on column personal_message.hidden is 'Whether they do not want to see it; there is no way back.';

create index personal_message_changed on personal_message (account_id, version);
create index personal_message_starred on personal_message (account_id, version) where starred_at is not null;
create index personal_message_hidden on personal_message (account_id, conversation_id, seq) where hidden;
create index personal_message_gone on personal_message (account_id, version) where starred_at is null and not hidden;

create table broadcast_list (
  id         uuid        primary key,
  account_id uuid        not null references account on delete cascade,
  version    bigint      not null,
  name       text,
  recipients uuid[]      not null,
  created_at timestamptz not null
);

comment on table broadcast_list is
  'Whom somebody writes to at once, each by themselves. Looked up by id; the indexes serve what has changed since a version, and '
  'what says that a list is gone, of which the oldest are deleted.';
comment on column broadcast_list.id is 'UUIDv7, made by the service.';
comment on column broadcast_list.version is 'The number of its last change among all of the person''s.';
comment on column broadcast_list.name is 'In Unicode normal form C; null: the list is gone.';
comment on column broadcast_list.recipients is 'Users who were there when they were named.';

create index broadcast_list_changed on broadcast_list (account_id, version);
create index broadcast_list_gone on broadcast_list (account_id, version) where name is null;
