create table account (
  id            uuid        primary key,
  handle        varchar(32) not null constraint account_handle_taken unique,
  display_name  text        not null,
  password_hash text        not null,
  created_at    timestamptz not null,
  version       bigint      not null,
  constraint account_handle_lower_case check (handle = lower(handle))
);

comment on table account is
  'A person. Looked up by id (me, members of a conversation) and by handle (signing in, finding each other).';
comment on column account.id is 'UUIDv7, made by the service.';
comment on column account.handle is 'In lower case, so that the unique constraint ignores capitals.';
comment on column account.display_name is 'In Unicode normal form C.';
comment on column account.password_hash is 'Argon2id with its parameters and salt, in the PHC string format.';
comment on column account.version is 'For optimistic locking.';

create table conversation (
  id         uuid        primary key,
  retention  varchar(16) constraint conversation_retention_known check (retention in ('WIPE', 'ARCHIVE')),
  created_at timestamptz not null,
  version    bigint      not null
);

comment on table conversation is
  'Who may talk under one id; what is said lies in offline-store-service. Looked up by id on the first message of a pair.';
comment on column conversation.id is 'For two people: UUIDv8, computed from the pair, so that it can be made twice without harm.';
comment on column conversation.retention is 'This conversation''s own policy; null for the deployment''s.';
comment on column conversation.version is 'For optimistic locking.';

create table conversation_member (
  conversation_id uuid        not null references conversation,
  account_id      uuid        not null references account,
  joined_at       timestamptz not null,
  primary key (conversation_id, account_id)
);

comment on table conversation_member is
  'Who takes part. The primary key serves the members of a conversation, the index a person''s conversations, newest first.';

create index conversation_member_newest on conversation_member (account_id, joined_at desc, conversation_id desc);
