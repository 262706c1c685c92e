-- Deletes a lease that has run out and holds nothing any more.
-- KEYS leases, current, held; ARGV lease, node. Answers {}.
if redis.call('EXISTS', KEYS[3]) == 0 then
  redis.call('ZREM', KEYS[1], ARGV[1])
  if redis.call('HGET', KEYS[2], ARGV[2]) == ARGV[1] then
    redis.call('HDEL', KEYS[2], ARGV[2])
  end
end
return {}
