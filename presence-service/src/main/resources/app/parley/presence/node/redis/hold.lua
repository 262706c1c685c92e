-- Adds devices to what a lease holds, if it is valid: once it has run out, what it holds only gets less.
-- KEYS leases, held; ARGV lease, devices. Answers {'1'} if it is valid, {'0'} if not.
local time = redis.call('TIME')
local ends = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not ends or tonumber(ends) <= time[1] * 1000 + math.floor(time[2] / 1000) then
  return {'0'}
end
for i = 2, #ARGV do
  redis.call('SADD', KEYS[2], ARGV[i])
end
return {'1'}
