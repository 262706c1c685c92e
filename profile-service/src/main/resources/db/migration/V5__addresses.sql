create table phone_salt (
  salt   text    not null,
  single boolean primary key default true,
  constraint phone_salt_is_one check (single)
);

comment on table phone_salt is
  'One row: what this deployment puts before a phone number that it hashes. Clients are told; it only keeps hashes that were made for one deployment from serving for another.';

insert into phone_salt (salt) values (replace(gen_random_uuid()::text, '-', ''));

create table account_address (
  account_id   uuid        not null references account on delete cascade,
  kind         varchar(8)  not null constraint account_address_kind_known check (kind in ('EMAIL', 'PHONE')),
  address      text        not null,
  phone_hash   bytea,
  discoverable boolean     not null,
  verified_at  timestamptz not null,
  primary key (account_id, kind),
  constraint account_address_taken unique (kind, address),
  constraint account_address_phones_have_hashes check ((kind = 'PHONE') = (phone_hash is not null))
);

comment on table account_address is
  'Where people are reached, as they have proved. The primary key serves one''s own, the unique constraint signing in, the index finding people.';
comment on column account_address.address is 'An e-mail address in lower case, or a phone number in E.164.';
comment on column account_address.phone_hash is 'SHA-256 of the salt and the phone number, by which address books are compared.';
comment on column account_address.discoverable is 'Whether who knows the phone number finds the account by it.';

create unique index account_address_phone_hash on account_address (phone_hash);

create table one_time_code (
  purpose    varchar(8)  not null constraint one_time_code_purpose_known check (purpose in ('VERIFY', 'SIGN_IN')),
  kind       varchar(8)  not null,
  address    text        not null,
  account_id uuid        not null references account on delete cascade,
  id         uuid        not null constraint one_time_code_id unique,
  code_hash  bytea       not null,
  tries      integer     not null,
  expires_at timestamptz not null,
  primary key (purpose, kind, address, account_id)
);

comment on table one_time_code is
  'The codes that are out. The primary key serves the try of one, and lets a new code void the one before; the index serves cleaning.';
comment on column one_time_code.account_id is 'Who proves the address, or who signs in with it.';
comment on column one_time_code.code_hash is 'HMAC-SHA-256 of the code, with the id as key. It hides the code from who glances at it, not from who tries out a million.';

create index one_time_code_expiry on one_time_code (expires_at);

create table code_request (
  subject bytea         primary key,
  times   timestamptz[] not null,
  last_at timestamptz   not null
);

comment on table code_request is
  'When codes were asked for, within the last day: for each address, whether somebody has it or not, and for each account. The row is the lock under which they are counted; the index serves cleaning.';
comment on column code_request.subject is 'SHA-256 of the purpose with the address, or of the account''s id.';

create index code_request_last on code_request (last_at);

create table lookup_quota (
  account_id uuid             primary key references account on delete cascade,
  hashes     double precision not null,
  counted_at timestamptz      not null
);

comment on table lookup_quota is
  'How many phone numbers somebody may still look up: a bucket that fills up again. The row is the lock under which they are counted.';

create table looked_up (
  account_id uuid  not null references account on delete cascade,
  day        date  not null,
  prefixes   bytea not null,
  primary key (account_id, day)
);

comment on table looked_up is
  'Which hashes somebody looked up on a day for the first time, so that the same address book costs nothing again.';
comment on column looked_up.prefixes is 'The first 8 bytes of each hash, one after the other.';

create index looked_up_day on looked_up (day);
