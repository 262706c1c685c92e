-- Whom a closed account is deleted from, and whom nobody finds who has blocked them.
create index block_of on block (person_id);
