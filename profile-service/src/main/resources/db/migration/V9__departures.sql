alter table account
  add departing boolean not null default false;

comment on column account.departing is
  'Whether the person has closed the account: nobody finds it any more, and it is deleted as soon as nothing else is left of it.';

create table departure (
  account_id uuid        primary key references account on delete cascade,
  begun_at   timestamptz not null,
  due_at     timestamptz not null,
  tries      integer     not null
);

comment on table departure is
  'Accounts that are closed, and of which something is left. What that is, the other tables say. The primary key serves one, '
  'the index those that are to be looked after.';
comment on column departure.due_at is 'When it is gone on with (again).';
comment on column departure.tries is 'How often that was tried: it comes ever less often.';

create index departure_due on departure (due_at);

create table departure_log (
  account_id      uuid not null references account on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  primary key (account_id, conversation_id)
);

comment on table departure_log is
  'The conversations whose logs have not forgotten somebody yet who has closed their account. The primary key serves those of a '
  'person, the index one who is the last of a conversation.';

create index departure_log_of on departure_log (conversation_id);

-- Whoever made a change may be gone: then it is the UUID of nobody, whose bits are all 0.
alter table group_change drop constraint group_change_actor_id_fkey;

comment on column group_change.actor_id is 'All bits 0: somebody whose account is gone; so in joined, left_ and content.';

create index group_change_joined on group_change using gin (joined);

-- What is somebody's goes with their account. Who is in a conversation has to leave it first, as its log tells, so that there
-- the account is held fast.
do $$
declare
  reference record;
begin
  for reference in
    select conrelid::regclass as owner, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and confrelid = 'account'::regclass and confdeltype = 'a'
      and conrelid <> 'conversation_member'::regclass
  loop
    execute format(
      'alter table %s drop constraint %I, add constraint %I %s on delete cascade',
      reference.owner, reference.name, reference.name, reference.definition);
  end loop;
end $$;

create index contact_of on contact (person_id);
create index group_invite_by on group_invite (creator_id);
create index group_request_by on group_request (account_id);
create index broadcast_list_to on broadcast_list using gin (recipients);
