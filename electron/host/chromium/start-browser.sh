#!/bin/sh
# Started in the browser's place: no core files, and, where MJ_NETWORK is "none",
# an empty network namespace under the same user (the browser's own sandbox
# refuses a user that became root in it).
ulimit -c 0
browser=$MJ_BROWSER
network=$MJ_NETWORK
unset MJ_BROWSER MJ_NETWORK
if [ "$network" = none ]; then
  exec unshare --user --map-current-user --net -- "$browser" "$@"
fi
exec "$browser" "$@"
