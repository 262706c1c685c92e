package app.parley.chat.message.offlinestore;

import app.parley.chat.message.Posting;
import app.parley.chat.routing.Member;
import java.util.List;
import java.util.UUID;

/**
 * What stands for the audience of a message to a group, whose list would be far longer than the message: a sum over all
 * members of their ids and the versions of their lists of devices, each stirred so that different audiences have different
 * keys but for one in 2⁶⁴.
 */
final class AudienceKey {

    /** A list is to be sent. */
    static final long NONE = 0;

    private AudienceKey() {}

    /** The key for a message that tells of no change, to a group whose lists all have versions, or are empty. */
    static long of(Posting posting) {
        List<Member> members = posting.audience().members();
        if (!posting.audience().conversation().isGroup() || posting.change() != null) {
            return NONE;
        }
        long key = 0;
        for (Member member : members) {
            if (member.version() == 0 && !member.devices().isEmpty()) {
                return NONE;
            }
            key += stirred(member.user(), member.version());
        }
        return key;
    }

    private static long stirred(UUID user, long version) {
        return stir(stir(stir(user.getMostSignificantBits()) + user.getLeastSignificantBits()) + version);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): each bit of the input moves half of the output's. */
    private static long stir(long bits) {
        long stirred = bits + 0x9E3779B97F4A7C15L;
        stirred = (stirred ^ stirred >>> 30) * 0xBF58476D1CE4E5B9L;
        stirred = (stirred ^ stirred >>> 27) * 0x94D049BB133111EBL;
        return stirred ^ stirred >>> 31;
    }
}
