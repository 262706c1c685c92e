package app.parley.profile.password;

/** A slow hash, whose result names its parameters and carries its salt. */
public interface PasswordHashing {

    String hash(String password);

    boolean matches(String password, String hash);

    /** Whether the hash was made with other parameters than the present ones. */
    boolean isOutdated(String hash);
}
