package app.parley.load.account;

import java.util.List;

/** What of the accounts is kept between runs. */
record Kept(List<Entry> accounts) {

    /**
     * An account.
     *
     * @param refreshToken empty if there is no session
     */
    record Entry(String handle, String password, String refreshToken) {

        Entry with(String nextRefreshToken) {
            return new Entry(handle, password, nextRefreshToken);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Entry[handle=" + handle + "]";
        }
    }
}
