package app.parley.service.port;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ServletProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the two ports of a Spring MVC service apart. */
class ServletInternalFilter extends OncePerRequestFilter {

    private final InternalAccess access;
    private final IntSupplier internalPort;

    ServletInternalFilter(InternalAccess access, IntSupplier internalPort) {
        this.access = access;
        this.internalPort = internalPort;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean onInternalPort = request.getLocalPort() == internalPort.getAsInt();
        String shown = request.getHeader(InternalAccess.CREDENTIAL_HEADER);
        switch (access.judge(onInternalPort, firstSegment(request.getServletPath()), shown)) {
            case ALLOWED -> chain.doFilter(request, response);
            case HIDDEN ->
                ServletProblems.write(
                        response, new ProblemException(HttpStatus.NOT_FOUND, "not_found", "There is nothing here."));
            case NO_CREDENTIAL ->
                ServletProblems.write(
                        response,
                        new ProblemException(
                                HttpStatus.UNAUTHORIZED, "unauthenticated", "The service credential is missing."));
        }
    }

    /** @param path decoded and normalised by the container */
    private static String firstSegment(String path) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.indexOf('/', start);
        return end < 0 ? path.substring(start) : path.substring(start, end);
    }
}
