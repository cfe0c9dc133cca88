package io.vimax.keypool.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.vimax.keypool.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private static final String PEOPLE = "vimax";
    private static final String BEARER = "Bearer ";

    /** Workers call thousands of times a second: their way has only the filters that decide. */
    @Bean
    @Order(1)
    SecurityFilterChain services(HttpSecurity http, JsonMapper json) throws Exception {
        return answeringAlike(http, json)
                .securityMatcher("/internal/**")
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .servletApi(api -> api.disable())
                .sessionManagement(sessions -> sessions.disable())
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .authorizeHttpRequests(calls -> calls.anyRequest().hasRole("SERVICE"))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain resourceServer(HttpSecurity http, JsonMapper json) throws Exception {
        return answeringAlike(http, json)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health/**", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .hasAnyRole("CREATOR", "OPERATOR", "ADMIN"))
                .build();
    }

    /** Tokens only, and refusals in the form of all others. */
    private static HttpSecurity answeringAlike(HttpSecurity http, JsonMapper json) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(AccessConfiguration::bearerToken)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint((_, response, _) -> Problems.write(
                                response, json, HttpStatus.UNAUTHORIZED, "signed-out", "Sign in to go on.")))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler((_, response, _) -> Problems.write(
                        response, json, HttpStatus.FORBIDDEN, "not-allowed", "This call is not open to this caller.")));
    }

    /** Only from the header; whether it is well formed shows when it is decoded. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** The framework observes every call already; a span for each filter of it would cost as much as the work. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The usual rules for headers, looked at character by character: as regular expressions they cost more than reading the body. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(AccessConfiguration::isPlain);
        firewall.setAllowedHeaderValues(AccessConfiguration::isPlain);
        return firewall;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> Character.isDefined(letter) && !Character.isISOControl(letter));
    }

    @Bean
    JwtDecoder jwtDecoder(AccessProperties access, Clock clock, @Value("${spring.application.name}") String self)
            throws IOException, ParseException {
        JWKSet trusted = JWKSet.parse(Files.readString(access.trust()));
        Set<String> issuers = trusted.getKeys().stream().map(JWK::getKeyID).collect(Collectors.toSet());
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(trusted))
                .jwtProcessorCustomizer(processor -> processor.setJWSKeySelector(
                        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(trusted))))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), token -> fitsItsIssuer(token, issuers, self)));
        return new DecodedTokens(decoder, clock);
    }

    /** A key proves one issuer: nobody signs in another's name, only the gateway speaks for people, a service only for itself. */
    private static OAuth2TokenValidatorResult fitsItsIssuer(Jwt token, Set<String> issuers, String self) {
        String issuer = token.getClaimAsString("iss");
        List<String> audience = token.getAudience();
        List<String> roles = token.getClaimAsStringList("roles");
        boolean known = issuer != null
                && issuers.contains(issuer)
                && issuer.equals(token.getHeaders().get("kid"));
        boolean person = "gateway".equals(issuer)
                && audience != null
                && audience.contains(PEOPLE)
                && roles != null
                && !roles.contains("service");
        boolean service = issuer != null
                && issuer.equals(token.getSubject())
                && audience != null
                && audience.contains(self)
                && List.of("service").equals(roles);
        return known && (person || service)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    private static JwtAuthenticationConverter roles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token ->
                Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of()).stream()
                        .map(role ->
                                (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))
                        .toList());
        return converter;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType().equals(Person.class);
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                var caller = (JwtAuthenticationToken) Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication(), "a call without a token came this far");
                Jwt token = caller.getToken();
                return new Person(
                        UUID.fromString(token.getSubject()),
                        Set.copyOf(Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of())));
            }
        });
    }
}
