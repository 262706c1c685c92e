-- The live devices of a user, where they are routed, and when they were seen.
-- KEYS devices, routes, seen. Answers {seen of gone devices or '', device, lease or '', seen or '', device ...}.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local answer = {redis.call('HGET', KEYS[3], 'gone') or ''}
for _, device in ipairs(redis.call('ZRANGE', KEYS[1], '(' .. now, '+inf', 'BYSCORE')) do
  table.insert(answer, device)
  table.insert(answer, redis.call('HGET', KEYS[2], device) or '')
  table.insert(answer, redis.call('HGET', KEYS[3], device) or '')
end
return answer
