package app.parley.service;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ServiceContract.SampleService.class,
        properties = {"spring.main.web-application-type=servlet"})
class ServletServiceTest extends ServiceContract {}
