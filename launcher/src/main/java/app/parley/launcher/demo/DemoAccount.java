package app.parley.launcher.demo;

/**
 * Someone to chat as.
 *
 * @param handle the name to sign in with
 * @param displayName the name that others see
 * @param password made up for this data folder
 */
public record DemoAccount(String handle, String displayName, String password) {}
