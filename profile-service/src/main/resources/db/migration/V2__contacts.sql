create table contact (
  owner_id   uuid        not null references account,
  person_id  uuid        not null references account,
  name       text,
  added_at   timestamptz not null,
  primary key (owner_id, person_id),
  constraint contact_is_another check (owner_id <> person_id)
);

comment on table contact is
  'Somebody''s address book. The primary key serves one entry, and the whole book in the order of its people''s ids.';
comment on column contact.name is 'What the owner calls the person, in Unicode normal form C; null: as they call themselves.';
