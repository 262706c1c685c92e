package app.parley.chat.conversation;

import app.parley.chat.routing.Member;
import java.util.List;
import java.util.UUID;

/** A conversation, and its members with the devices that they have now. */
public record Audience(Conversation conversation, List<Member> members) {

    /** This member alone. */
    public List<Member> only(UUID user) {
        return members.stream().filter(member -> member.user().equals(user)).toList();
    }
}
