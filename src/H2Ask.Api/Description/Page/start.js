// Shows the description of the API. Nothing is asked of another machine.
window.SwaggerUIBundle({
  url: '/openapi/v1.json',
  dom_id: '#page',
  validatorUrl: null,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
});
