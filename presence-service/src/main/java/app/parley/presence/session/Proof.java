package app.parley.presence.session;

/** By what somebody shows who they are. */
public sealed interface Proof {

    record Password(String handle, String password) implements Proof {

        /** Without the password, so that no log can hold it. */
        @Override
        public String toString() {
            return "Password[handle=" + handle + "]";
        }
    }

    /** What was sent to an address of theirs. */
    record Code(CodeAddress address, String code) implements Proof {

        /** Without the code, so that no log can hold it. */
        @Override
        public String toString() {
            return "Code[address=" + address + "]";
        }
    }
}
