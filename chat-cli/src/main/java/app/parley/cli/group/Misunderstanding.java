package app.parley.cli.group;

/** Who or what a user meant cannot be found out. */
public final class Misunderstanding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misunderstanding(String reason) {
        super(reason);
    }

    /** Why, in a sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
