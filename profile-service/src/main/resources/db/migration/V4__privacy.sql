alter table account
  add about text,
  add photo uuid;

comment on column account.about is 'What the person says about themselves, in Unicode normal form C; null: nothing.';
comment on column account.photo is 'The media that shows the person; null: none.';

create table block (
  owner_id   uuid        not null references account,
  person_id  uuid        not null references account,
  blocked_at timestamptz not null,
  primary key (owner_id, person_id),
  constraint block_is_of_another check (owner_id <> person_id)
);

comment on table block is
  'Whom somebody wants nothing to do with. The primary key serves one entry, and the whole list in the order of its '
  'people''s ids.';

create table privacy (
  account_id    uuid       primary key references account,
  last_seen     varchar(8) not null,
  online        varchar(8) not null,
  about         varchar(8) not null,
  photo         varchar(8) not null,
  read_receipts varchar(8) not null,
  groups        varchar(8) not null,
  constraint privacy_known check (
    last_seen in ('EVERYONE', 'CONTACTS', 'NOBODY')
    and online in ('EVERYONE', 'CONTACTS', 'NOBODY')
    and about in ('EVERYONE', 'CONTACTS', 'NOBODY')
    and photo in ('EVERYONE', 'CONTACTS', 'NOBODY')
    and read_receipts in ('EVERYONE', 'CONTACTS', 'NOBODY')
    and groups in ('EVERYONE', 'CONTACTS', 'NOBODY'))
);

comment on table privacy is
  'What people let others see of them; who has changed nothing has no row, and shows everything to everyone. Looked up by '
  'the people who are seen and who see.';
comment on column privacy.groups is 'Who may add the person to groups.';
