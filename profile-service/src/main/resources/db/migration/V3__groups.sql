-- The defaults are what a direct conversation has: instances of the version before make such ones while this one is rolled out.
alter table conversation
  add kind           varchar(8)  not null default 'DIRECT'
    constraint conversation_kind_known check (kind in ('DIRECT', 'GROUP')),
  add name           text,
  add description    text,
  add sending        varchar(8)  constraint conversation_sending_known check (sending in ('MEMBERS', 'ADMINS')),
  add editing        varchar(8)  constraint conversation_editing_known check (editing in ('MEMBERS', 'ADMINS')),
  add adding         varchar(8)  constraint conversation_adding_known check (adding in ('MEMBERS', 'ADMINS')),
  add history        varchar(8)  constraint conversation_history_known check (history in ('JOINING', 'ALL')),
  add changes        bigint      not null default 0,
  add announced      bigint      not null default 0,
  add announce_at    timestamptz,
  add announce_tries integer     not null default 0,
  add constraint conversation_group_complete check (
    kind = 'DIRECT'
    or name is not null and sending is not null and editing is not null and adding is not null and history is not null);

comment on column conversation.id is
  'For two people: UUIDv8, computed from the pair, so that it can be made twice without harm. For a group: UUIDv7.';
comment on column conversation.kind is 'Of two people, or a group; the columns from name to history are a group''s.';
comment on column conversation.name is 'In Unicode normal form C.';
comment on column conversation.description is 'In Unicode normal form C; null: none.';
comment on column conversation.sending is 'Who may send messages.';
comment on column conversation.editing is 'Who may change name and description.';
comment on column conversation.adding is 'Who may add people.';
comment on column conversation.history is 'From where a new member may read: from their joining on, or all.';
comment on column conversation.changes is 'The number of the last row in group_change: the version that other services know.';
comment on column conversation.announced is 'The last change that chat-service has confirmed; written apart from version.';
comment on column conversation.announce_at is 'When the changes after announced are announced (again); written apart from version.';
comment on column conversation.announce_tries is 'How often that was due in vain: it comes ever less often.';

create index conversation_unannounced on conversation (announce_at) where announced < changes;

alter table conversation_member
  add role varchar(8) not null default 'MEMBER'
    constraint conversation_member_role_known check (role in ('OWNER', 'ADMIN', 'MEMBER'));

comment on column conversation_member.role is 'In a group; whoever is in a direct conversation is a member.';

create table group_change (
  conversation_id uuid        not null references conversation,
  version         bigint      not null constraint group_change_version_counts check (version > 0),
  id              uuid        not null,
  actor_id        uuid        not null references account,
  content         text        not null,
  joined          uuid[]      not null,
  left_           uuid[]      not null,
  from_the_start  boolean     not null,
  at              timestamptz not null,
  primary key (conversation_id, version)
);

comment on table group_change is
  'What has changed in a group, for its log. The primary key serves the changes after a version, and lets each number be '
  'given once.';
comment on column group_change.version is '1, 2, 3 … without holes.';
comment on column group_change.id is 'UUIDv7, by which the log recognises the change.';
comment on column group_change.content is 'What the log tells: a JSON object.';
comment on column group_change.joined is 'Who is in the group from this change on.';
comment on column group_change.left_ is 'Who is not any more.';
comment on column group_change.from_the_start is 'Whether those who joined may read what was said before.';

create table group_invite (
  id              uuid        primary key,
  conversation_id uuid        not null references conversation,
  code_hash       bytea       not null constraint group_invite_code_once unique,
  creator_id      uuid        not null references account,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  most_uses       integer,
  used            integer     not null,
  approval        boolean     not null,
  revoked         boolean     not null,
  version         bigint      not null,
  constraint group_invite_not_overused check (used <= most_uses)
);

comment on table group_invite is
  'Ways into a group. Looked up by the code that somebody shows (unique constraint), and by the group (index).';
comment on column group_invite.id is 'UUIDv7, made by the service.';
comment on column group_invite.code_hash is 'SHA-256 of the code, which nobody can read here.';
comment on column group_invite.most_uses is 'How many people it lets in; null: any number.';
comment on column group_invite.approval is 'Whether an admin has to agree to each.';
comment on column group_invite.version is 'For optimistic locking.';

create index group_invite_of on group_invite (conversation_id, id);

create table group_request (
  conversation_id uuid        not null references conversation,
  account_id      uuid        not null references account,
  requested_at    timestamptz not null,
  primary key (conversation_id, account_id)
);

comment on table group_request is
  'Who asks to be let into a group. The primary key serves one request, and a group''s in the order of the people''s ids.';
