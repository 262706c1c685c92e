package app.parley.presence.session.profile;

import app.parley.presence.session.Accounts;
import app.parley.profile.api.Account;
import app.parley.profile.api.Credentials;
import app.parley.profile.api.ProfileApi;
import app.parley.service.client.RemoteProblem;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks profile-service. */
@Component
class ProfileAccounts implements Accounts {

    private final ProfileApi profiles;

    ProfileAccounts(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<UUID> verify(String handle, String password) {
        return profiles.verify(new Credentials(handle, password))
                .map(Account::user)
                .onErrorResume(
                        RemoteProblem.class,
                        problem -> problem.code().equals("invalid_credentials") ? Mono.empty() : Mono.error(problem));
    }
}
