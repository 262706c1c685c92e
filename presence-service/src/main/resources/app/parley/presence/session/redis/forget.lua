-- Forgets a user, unless a device of theirs is known: somebody may have logged in meanwhile.
-- KEYS devices, versions, routes, seen. Answers {'1'} if nothing of the user is left, {'0'} if a device is.
if redis.call('EXISTS', KEYS[1]) == 1 then
  return {'0'}
end
redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])
return {'1'}
