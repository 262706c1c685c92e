package app.parley.profile.contact.web;

import app.parley.profile.account.DisplayName;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.address.PhoneHash;
import app.parley.profile.address.PhoneHashes;
import app.parley.profile.address.PhoneNumber;
import app.parley.profile.contact.AddressBooks;
import app.parley.profile.contact.Contact;
import app.parley.profile.contact.ContactOutcome;
import app.parley.profile.contact.Contacts;
import app.parley.profile.discovery.Discovery;
import app.parley.profile.discovery.LookupOutcome;
import app.parley.profile.discovery.QuotaExhausted;
import app.parley.profile.privacy.Appearance;
import app.parley.profile.privacy.Appearances;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/contacts")
@Tag(name = "Contacts")
class ContactController {

    /** Before everybody: no account has this id. */
    private static final UUID START = new UUID(0, 0);

    private final Contacts contacts;
    private final AddressBooks books;
    private final Discovery discovery;
    private final PhoneHashes hashes;
    private final Appearances appearances;

    ContactController(
            Contacts contacts, AddressBooks books, Discovery discovery, PhoneHashes hashes, Appearances appearances) {
        this.contacts = contacts;
        this.books = books;
        this.discovery = discovery;
        this.hashes = hashes;
        this.appearances = appearances;
    }

    @GetMapping
    @Operation(summary = "List one's contacts", description = "In the order of their ids, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page, which is empty for who has none")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    ContactPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Parameter(description = "`next` of the page before") @Nullable
                    UUID cursor) {
        List<Contact> found = contacts.findAfter(caller.user(), cursor == null ? START : cursor, limit + 1);
        List<Contact> page = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, Appearance> seen =
                appearances.to(caller.user(), page.stream().map(Contact::person).toList());
        return new ContactPage(
                page.stream()
                        .map(contact -> ContactView.of(
                                contact, seen.getOrDefault(contact.person().id(), Appearance.NONE)))
                        .toList(),
                page.size() < found.size() ? page.getLast().person().id() : null);
    }

    @GetMapping("/{user}")
    @Operation(summary = "Look a contact up")
    @ApiResponse(responseCode = "200", description = "The contact")
    @ApiResponse(responseCode = "404", description = "`unknown_contact`: the user is none of one's contacts")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    ContactView get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID user) {
        return contacts.find(caller.user(), user)
                .map(contact -> view(caller, contact))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown_contact", "The user is none of your contacts."));
    }

    @PutMapping("/{user}")
    @Operation(
            summary = "Add a contact, or change what one calls them",
            description = "The user is not told. Said again, it changes nothing more.")
    @ApiResponse(responseCode = "200", description = "The contact as it is now")
    @ApiResponse(responseCode = "404", description = "`unknown_user`")
    @ApiResponse(responseCode = "409", description = "`too_many_contacts`: the address book is full")
    @ApiResponse(
            responseCode = "422",
            description = "`invalid_field`: the name or the id is not valid, or the id is one's own")
    ContactView put(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID user,
            @Valid @RequestBody ContactChange change) {
        return keep(caller, user, change.name());
    }

    @PostMapping
    @Operation(
            summary = "Add a contact by phone number",
            description = "The user is not told. The number counts like one that is [looked up](/v1/contacts/lookup).")
    @ApiResponse(responseCode = "200", description = "The contact as it is now")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_user`: nobody has that number who lets themselves be found by it")
    @ApiResponse(responseCode = "409", description = "`too_many_contacts`: the address book is full")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the number or the name is not valid")
    @ApiResponse(
            responseCode = "429",
            description = "`lookup_quota_exceeded`: too many numbers were looked up",
            headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = "integer")))
    ContactView add(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody ContactByPhone contact) {
        PhoneHash hash = hashes.of(new PhoneNumber(contact.phone()));
        return switch (discovery.find(caller.user(), List.of(hash))) {
            case LookupOutcome.LookedUp looked -> keep(caller, only(looked), contact.name());
            case LookupOutcome.Exhausted exhausted -> throw QuotaExhausted.problem(exhausted);
        };
    }

    private static UUID only(LookupOutcome.LookedUp looked) {
        return looked.found().stream()
                .findAny()
                .map(address -> address.account().id())
                .orElseThrow(UnknownUser::problem);
    }

    private ContactView keep(Caller caller, UUID person, @Nullable String name) {
        return switch (books.keep(caller.user(), person, name == null ? null : new DisplayName(name))) {
            case ContactOutcome.Kept kept -> view(caller, kept.contact());
            case ContactOutcome.UnknownPerson _ -> throw UnknownUser.problem();
            case ContactOutcome.Oneself _ ->
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "user: nobody is their own contact");
            case ContactOutcome.Full full ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "too_many_contacts",
                        "You have %d contacts; more are not possible.".formatted(full.most()));
        };
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a contact", description = "Also right for who is none. The user is not told.")
    @ApiResponse(responseCode = "204", description = "The user is none of one's contacts")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    void delete(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID user) {
        books.remove(caller.user(), user);
    }

    private ContactView view(Caller caller, Contact contact) {
        return ContactView.of(contact, appearances.to(caller.user(), contact.person()));
    }
}
