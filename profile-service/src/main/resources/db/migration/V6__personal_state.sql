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
