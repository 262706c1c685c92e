package app.parley.profile.conversation;

/**
 * What is allowed in a group, which its admins decide.
 *
 * @param sending who may send messages
 * @param editing who may change name and description
 * @param adding who may add people
 * @param history from where a new member may read
 */
public record GroupRules(Audience sending, Audience editing, Audience adding, History history) {}
