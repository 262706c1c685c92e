package app.parley.profile.conversation;

import app.parley.profile.account.DisplayName;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be otherwise in a group; null for what may stay as it is. */
public record GroupEdit(
        @Nullable DisplayName name,
        @Nullable Description description,
        @Nullable Audience sending,
        @Nullable Audience editing,
        @Nullable Audience adding,
        @Nullable History history) {

    boolean hasInfo() {
        return name != null || description != null;
    }

    boolean hasRules() {
        return sending != null || editing != null || adding != null || history != null;
    }

    GroupInfo of(GroupInfo info) {
        return new GroupInfo(or(name, info.name()), or(description, info.description()));
    }

    GroupRules of(GroupRules rules) {
        return new GroupRules(
                or(sending, rules.sending()),
                or(editing, rules.editing()),
                or(adding, rules.adding()),
                or(history, rules.history()));
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}
