-- The live devices of a user, where they are routed, and when they were seen.
-- KEYS devices, versions, routes, seen.
-- Answers {version, since, seen of gone devices or '', device, lease or '', seen or '', device ...}.
local answer = {
  string.format('%.0f', version_of(KEYS[1], KEYS[2])),
  redis.call('HGET', KEYS[2], 'since') or '0',
  redis.call('HGET', KEYS[4], 'gone') or ''
}
for _, device in ipairs(redis.call('ZRANGE', KEYS[1], '(' .. now, '+inf', 'BYSCORE')) do
  table.insert(answer, device)
  table.insert(answer, redis.call('HGET', KEYS[3], device) or '')
  table.insert(answer, redis.call('HGET', KEYS[4], device) or '')
end
return answer
